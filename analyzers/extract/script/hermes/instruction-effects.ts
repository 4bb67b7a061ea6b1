/** Whether an instruction only reads, so that it can be gone through again. */
export function onlyReads(name: string): boolean {
  return READING.test(name);
}

const READING =
  /^(?:LoadConst|LoadParam|LoadThisNS|Mov|GetGlobalObject|GetBy(?:Id|Index)|TryGetById|GetParentEnvironment|GetEnvironment|GetClosureEnvironment|LoadFromEnvironment)/;

/** Whether an instruction that is not followed leaves a result in its first register. */
export function definesFirst(name: string): boolean {
  return !/^(?:J|Jmp|Throw|Store|Del$|Debugger|AsyncBreakCheck|Profile|Declare|Switch|UIntSwitch|StringSwitch|IteratorClose|Start|Complete|Save|FastArray(?:Store|Push|Append)|CacheNewObject|Unreachable)/.test(
    name,
  );
}
