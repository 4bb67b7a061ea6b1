/** The worker of pdf.js with bounds on its work, which the build puts behind its code; see scripts/pdf-budget.mjs. */
declare module '#pdf-worker' {
  /** Whether the present document went beyond its bounds, so that its text is not whole. */
  export function exceeded(): boolean;
}
