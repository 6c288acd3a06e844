/**
 * The answer of anything that may be refused: either a value, or a refusal that says why.
 * Refusals are expected outcomes; defects and unreachable systems are exceptions.
 */
export type Result<Value, Refusal extends AnyRefusal = AnyRefusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

/** A refusal is a plain object; `type` is its stable code, in PascalCase. */
export interface AnyRefusal {
  readonly type: string;
}

/** Wraps the value of a success. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function refuse<const Refusal extends AnyRefusal>(
  refusal: Refusal,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

/** The value of a success; a refusal here is a defect of the caller and throws. */
export function expectOk<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`expected a success, got refusal ${result.refusal.type}`);
}
