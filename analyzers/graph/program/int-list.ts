const SMALLEST = 1024;

/** A growing list of 32-bit numbers. */
export class IntList {
  length = 0;
  data = new Int32Array(SMALLEST);

  push(value: number): number {
    if (this.length === this.data.length) {
      const larger = new Int32Array(2 * this.data.length);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length] = value;
    return this.length++;
  }

  at(index: number): number {
    return this.data[index] as number;
  }
}
