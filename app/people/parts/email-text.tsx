/** An address that breaks behind the @ where there is no room for it. */
export function EmailText({ children }: { children: string }) {
  const [local, host] = children.split("@", 2);
  return (
    <span className="break-words">
      {local}
      {host && (
        <>
          @<wbr />
          {host}
        </>
      )}
    </span>
  );
}
