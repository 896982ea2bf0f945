import type { Dispatcher } from 'undici';

/**
 * Calls `starting` when a request is about to be written to a connection: one that fails before then
 * never reached the server. It may throw, and then nothing is written.
 */
export function noteStart(starting: () => void): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        handler.onRequestStart?.(controller, context);
        try {
          starting();
        } catch (error) {
          controller.abort(error as Error);
        }
      },
      onResponseStart(...rest) {
        handler.onResponseStart?.(...rest);
      },
      onResponseData(...rest) {
        handler.onResponseData?.(...rest);
      },
      onResponseEnd(...rest) {
        handler.onResponseEnd?.(...rest);
      },
      onResponseError(...rest) {
        handler.onResponseError?.(...rest);
      },
    });
}
