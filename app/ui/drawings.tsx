/** Half of an arch stands, the other half is only meant: for places where nothing is yet. */
export function ArchDrawing({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 220 120"
      width="220"
      height="120"
      className={className ? `drawing ${className}` : "drawing"}
      aria-hidden="true"
      focusable="false"
    >
      <circle className="drawing-sun" cx="152" cy="52" r="15" />
      <path className="drawing-left" d="M20 40h88v14a45 45 0 0 0-43 45v5H20Z" />
      <path className="drawing-plan" d="M112 40h88v64h-45v-5a45 45 0 0 0-43-45Z" />
      <path className="drawing-water" d="M66 108q8-4 16 0t16 0 16 0 16 0 16 0" />
    </svg>
  );
}

const DECK = 150;
const SPRINGING = 246;
const BOTTOM = 306;
const RADIUS = 78;
const KEYSTONE_X = 600;
/** Centres of the arches on either side of the middle one. */
const LEFT = [400, 200, 0];
const RIGHT = [800, 1000, 1200];

/** The left half of the bridge, up to the keystone. */
const leftHalf = [
  `M-40 ${DECK}H${KEYSTONE_X}V${SPRINGING - RADIUS}A${RADIUS} ${RADIUS} 0 0 0 ${KEYSTONE_X - RADIUS} ${SPRINGING}V${BOTTOM}`,
  ...LEFT.map(
    (x) => `H${x + RADIUS}V${SPRINGING}A${RADIUS} ${RADIUS} 0 0 0 ${x - RADIUS} ${SPRINGING}V${BOTTOM}`,
  ),
  "Z",
].join("");

const rightHalf = [
  `M1240 ${DECK}H${KEYSTONE_X}V${SPRINGING - RADIUS}A${RADIUS} ${RADIUS} 0 0 1 ${KEYSTONE_X + RADIUS} ${SPRINGING}V${BOTTOM}`,
  ...RIGHT.map(
    (x) => `H${x - RADIUS}V${SPRINGING}A${RADIUS} ${RADIUS} 0 0 1 ${x + RADIUS} ${SPRINGING}V${BOTTOM}`,
  ),
  "Z",
].join("");

/** The lines of the arches' rings. */
const rings = [...LEFT, KEYSTONE_X, ...RIGHT]
  .map(
    (x) =>
      `M${x - RADIUS - 13} ${SPRINGING}A${RADIUS + 13} ${RADIUS + 13} 0 0 1 ${x + RADIUS + 13} ${SPRINGING}`,
  )
  .join("");

/**
 * The service's own picture: two halves of one bridge, each from its bank, held by the keystone, and two people
 * who meet over it. As wide as its place; on a narrow screen only the middle is shown.
 */
export function BridgeScene({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 1200 360"
      preserveAspectRatio="xMidYMid slice"
      className={className ? `scene ${className}` : "scene"}
      aria-hidden="true"
      focusable="false"
    >
      <rect className="scene-sky" width="1200" height="360" />
      <circle className="scene-sun" cx="770" cy="118" r="46" />
      <path className="scene-hill-far" d="M0 190C150 120 300 130 430 180s260 60 420 0 250-50 350-10V306H0Z" />
      <path
        className="scene-hill-near"
        d="M0 236c120-50 230-40 330 0s160 46 270 46 180-20 290-56 220-20 310 10v70H0Z"
      />
      <rect className="scene-water" y="296" width="1200" height="64" />
      <path className="scene-left" d={leftHalf} />
      <path className="scene-right" d={rightHalf} />
      <path className="scene-rings" d={rings} />
      <path
        className="scene-keystone"
        d={`M${KEYSTONE_X - 12} ${DECK}h24l-4 ${SPRINGING - RADIUS - DECK}h-16Z`}
      />
      <path className="scene-parapet scene-parapet-left" d={`M-40 ${DECK - 9}H${KEYSTONE_X - 50}`} />
      <path className="scene-parapet scene-parapet-right" d={`M${KEYSTONE_X + 50} ${DECK - 9}H1240`} />
      <g className="scene-person scene-person-left">
        <circle cx="574" cy="83" r="8.5" />
        <path className="scene-body" d="M574 102v18" />
        <path className="scene-limb" d="M571 124l-4 23M577 124l6 23M576 101q8 10 22 10" />
      </g>
      <g className="scene-person scene-person-right">
        <circle cx="627" cy="86" r="8" />
        <path className="scene-body" d="M627 104v16" />
        <path className="scene-limb" d="M624 124l-5 23M630 124l4 23M625 103q-8 8-22 8" />
      </g>
      <path
        className="scene-waves"
        d="M40 322q15-6 30 0t30 0 30 0M250 336q15-6 30 0t30 0 30 0 30 0M520 318q15-6 30 0t30 0 30 0 30 0 30 0M760 338q15-6 30 0t30 0 30 0M960 322q15-6 30 0t30 0 30 0 30 0"
      />
    </svg>
  );
}
