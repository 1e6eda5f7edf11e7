import type { Exchange } from '../../trace/exchange.js';
import { pollSchedule } from '../poll-schedule.js';
import type { ScenarioScope } from '../scenario-scope.js';

/** Callbacks that came and that nobody has taken yet, in order, and whoever waits for the next one. */
export class ArrivedCallbacks {
  private readonly whole: Exchange[] = [];
  private readonly broken: Exchange[] = [];
  private readonly waiting: ((exchange: Exchange) => void)[] = [];

  constructor(private readonly scope: ScenarioScope) {}

  /** One came, as it was recorded. Whoever has waited longest gets it when it arrived whole. */
  add(recorded: Exchange): void {
    if (recorded.failure !== null) this.broken.push(recorded);
    else if (this.waiting.length === 0) this.whole.push(recorded);
    else this.waiting.shift()?.(recorded);
  }

  /** The next one, or undefined when none comes within the time (milliseconds); a broken one only where no whole one came. */
  async next(withinMs: number): Promise<Exchange | undefined> {
    return this.whole.shift() ?? (await this.within(withinMs)) ?? this.broken.shift();
  }

  private async within(ms: number): Promise<Exchange | undefined> {
    const stop = new AbortController();
    let waiter: (exchange: Exchange) => void = () => undefined;
    const callback = new Promise<Exchange>((resolve) => {
      waiter = resolve;
      this.waiting.push(resolve);
    });
    const patience = waitPatiently(ms, this.scope, stop.signal).then(
      () => undefined,
      () => undefined,
    );
    const first = await Promise.race([callback, patience]);
    stop.abort();
    // A waiter whose time is up must not take the callback of the next one.
    if (first === undefined) this.waiting.splice(this.waiting.indexOf(waiter), 1);
    return first;
  }
}

/**
 * Waits in steps, at each of which time may run ahead on a target that has its own: nothing is asked meanwhile, so nothing
 * else would let it pass.
 */
async function waitPatiently(ms: number, { run }: ScenarioScope, signal: AbortSignal): Promise<void> {
  const deadline = run.clock.now() + ms;
  const steps = pollSchedule(run.target.profile.timing, () => 0);
  for (let left = ms; left > 0; left = deadline - run.clock.now()) {
    await run.target.passIdleTime?.();
    await run.clock.sleep(Math.min(left, steps.next().value), signal);
  }
}
