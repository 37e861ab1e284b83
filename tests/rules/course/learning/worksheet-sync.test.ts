import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  draftOf,
  joinAnswers,
  nextSync,
  startSync,
  type Draft,
  type StoredAnswer,
  type SyncEvent,
  type SyncState,
} from "~/course/rules/learning/worksheet-sync";

const none = { text: "", version: 0 };
const run = (state: SyncState, ...events: SyncEvent[]) => events.reduce(nextSync, state);

describe("an answer on its way to the portal", () => {
  it("is typed, sent and confirmed, and then the device forgets it", () => {
    const typed = run(startSync(none, null), { kind: "typed", text: "Ahoj" });
    expect(draftOf(typed)).toEqual({ text: "Ahoj", base: 0, unconfirmed: [] });
    const saved = run(typed, { kind: "send" }, { kind: "confirmed", version: 1 });
    expect(saved).toMatchObject({ status: "saved", base: 1 });
    expect(draftOf(saved)).toBeNull();
  });

  it("that grew while it was being sent waits to be sent again", () => {
    const state = run(
      startSync(none, null),
      { kind: "typed", text: "A" },
      { kind: "send" },
      { kind: "typed", text: "AB" },
      { kind: "confirmed", version: 1 },
    );
    expect(state).toMatchObject({ status: "waiting", text: "AB", base: 1 });
  });

  it("the portal took without our hearing of it is no conflict", () => {
    const lost = run(
      startSync(none, null),
      { kind: "typed", text: "A" },
      { kind: "send" },
      { kind: "failed", because: "offline" },
    );
    expect(lost.status).toBe("offline");
    const again = run(
      startSync(none, draftOf(lost)),
      { kind: "typed", text: "AB" },
      { kind: "send" },
      { kind: "conflict", current: { text: "A", version: 1 } },
    );
    expect(again).toMatchObject({ status: "waiting", text: "AB", base: 1, other: null });
  });

  it("of another device is shown, and both texts stay until somebody chooses", () => {
    const state = run(
      startSync({ text: "starý", version: 1 }, null),
      { kind: "typed", text: "můj" },
      { kind: "send" },
      { kind: "conflict", current: { text: "jiný", version: 2 } },
    );
    expect(state).toMatchObject({ status: "conflict", text: "můj", other: { text: "jiný", version: 2 } });
    expect(run(state, { kind: "send" })).toBe(state);
    expect(draftOf(state)).toMatchObject({ text: "můj" });
    expect(run(state, { kind: "typed", text: "můj dál" })).toMatchObject({
      status: "conflict",
      text: "můj dál",
    });
    expect(run(state, { kind: "chosen", text: "jiný" })).toMatchObject({
      status: "saved",
      text: "jiný",
      base: 2,
    });
    expect(run(state, { kind: "chosen", text: "můj" })).toMatchObject({
      status: "waiting",
      text: "můj",
      base: 2,
    });
  });

  it.each(["offline", "signedOut", "refused"] as const)("that is %s stays on the device", (because) => {
    const state = run(
      startSync(none, null),
      { kind: "typed", text: "A" },
      { kind: "send" },
      { kind: "failed", because },
    );
    expect(state.status).toBe(because);
    expect(draftOf(state)).toMatchObject({ text: "A" });
    expect(run(state, { kind: "send" })).toMatchObject({ status: "sending", sending: "A" });
  });

  it("joined with another holds both", () => {
    expect(joinAnswers("můj", "jiný")).toBe("můj\n\njiný");
    expect(joinAnswers("můj a jiný", "jiný")).toBe("můj a jiný");
  });

  it("is never lost: at every moment each device's last words are in the portal, on the device, or were replaced knowingly", () => {
    const action = fc.record({
      device: fc.constantFrom(0, 1),
      kind: fc.constantFrom("type", "send", "sendLostAnswer", "sendOffline", "reload", "join"),
      text: fc.constantFrom("a", "b", "ab", "bc", "c"),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        let portal: StoredAnswer = none;
        const history: string[] = [];
        const drafts: (Draft | null)[] = [null, null];
        const devices = [startSync(portal, null), startSync(portal, null)];
        const send = (index: number, answered: boolean) => {
          const sending = run(devices[index]!, { kind: "send" });
          if (sending === devices[index]) return;
          const { base } = sending;
          const text = sending.sending!;
          let reply: SyncEvent;
          if (text === portal.text) reply = { kind: "confirmed", version: portal.version };
          else if (portal.version > 0 && base !== portal.version)
            reply = { kind: "conflict", current: portal };
          else {
            history.push(portal.text);
            portal = { text, version: portal.version + 1 };
            reply = { kind: "confirmed", version: portal.version };
          }
          devices[index] = run(sending, answered ? reply : { kind: "failed", because: "offline" });
        };
        for (const { device, kind, text } of actions) {
          const state = devices[device]!;
          if (kind === "type") devices[device] = run(state, { kind: "typed", text: state.text + text });
          if (kind === "send") send(device, true);
          if (kind === "sendLostAnswer") send(device, false);
          if (kind === "sendOffline") {
            devices[device] = run(state, { kind: "send" }, { kind: "failed", because: "offline" });
          }
          if (kind === "reload") devices[device] = startSync(portal, drafts[device]!);
          if (kind === "join" && state.other) {
            devices[device] = run(state, { kind: "chosen", text: joinAnswers(state.text, state.other.text) });
          }
          drafts[device] = draftOf(devices[device]!);
          for (const [index, one] of devices.entries()) {
            // What stands in a field is remembered on the device, or the portal has (or had) exactly that.
            const kept = drafts[index]?.text === one.text;
            expect(kept || portal.text === one.text || history.includes(one.text)).toBe(true);
          }
        }
      }),
    );
  });
});
