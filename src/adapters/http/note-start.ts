import type { Dispatcher } from 'undici';

/**
 * Calls `notify` when a request is about to be written to a connection: one that fails before then
 * never reached the server.
 */
export function noteStart(notify: () => void): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        notify();
        handler.onRequestStart?.(controller, context);
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
