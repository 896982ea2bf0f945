import type { Switches } from './switches.ts';

interface Meter {
  burstLeft: number;
  burstStarted: number;
  bucketLeft: number;
  refilled: number;
}

interface ThrottleVerdict {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Whole seconds until a call is allowed again; 0 where it is allowed now. */
  readonly wait: number;
}

/**
 * Both throttles of a token: a burst window that opens with its first call, and a bucket that gets
 * a refill at fixed times. They run on the time that passes, however the site's clock was moved.
 */
export class Throttle {
  readonly #meters = new Map<string, Meter>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  clear(): void {
    this.#meters.clear();
  }

  take(token: string, switches: Switches): ThrottleVerdict {
    if (!switches.throttle) return { allowed: true, headers: {}, wait: 0 };
    const now = this.#now();
    const meter = this.#meter(token, switches, now);
    const allowed = meter.burstLeft > 0 && meter.bucketLeft > 0;
    if (allowed) {
      meter.burstLeft -= 1;
      meter.bucketLeft -= 1;
    }
    // Subtracted first: a sum of large fractions may come out a little longer, and its ceiling a second.
    const untilBurst = switches.burstSeconds - (now - meter.burstStarted) / 1000;
    const untilRefill = switches.refillSeconds - (now - meter.refilled) / 1000;
    const missing = switches.bucket - meter.bucketLeft;
    const refills = Math.ceil(missing / switches.refill);
    const untilFull = missing === 0 ? 0 : untilRefill + (refills - 1) * switches.refillSeconds;
    const wait = Math.max(
      meter.burstLeft > 0 ? 0 : untilBurst,
      meter.bucketLeft > 0 ? 0 : untilRefill,
    );
    return {
      allowed,
      wait: allowed ? 0 : Math.ceil(wait),
      headers: {
        'x-burst-throttle-calls-left': String(meter.burstLeft),
        'x-burst-throttle-seconds-until-full': String(Math.ceil(untilBurst)),
        'x-token-bucket-calls-left': String(meter.bucketLeft),
        'x-token-bucket-seconds-until-full': String(Math.ceil(untilFull)),
        'x-token-bucket-seconds-until-next-refill': String(
          missing === 0 ? 0 : Math.ceil(untilRefill),
        ),
      },
    };
  }

  #meter(token: string, switches: Switches, now: number): Meter {
    let meter = this.#meters.get(token);
    if (meter === undefined) {
      meter = {
        burstLeft: switches.burst,
        burstStarted: now,
        bucketLeft: switches.bucket,
        refilled: now,
      };
      this.#meters.set(token, meter);
    }
    if (now - meter.burstStarted >= switches.burstSeconds * 1000) {
      meter.burstStarted = now;
      meter.burstLeft = switches.burst;
    }
    const refills = Math.floor((now - meter.refilled) / (switches.refillSeconds * 1000));
    if (refills > 0) {
      meter.refilled += refills * switches.refillSeconds * 1000;
      meter.bucketLeft = Math.min(switches.bucket, meter.bucketLeft + refills * switches.refill);
    }
    return meter;
  }
}
