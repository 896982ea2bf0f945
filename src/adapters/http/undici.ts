import connect from 'undici/lib/api/api-connect.js';
import request from 'undici/lib/api/api-request.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';

// Only the modules that are used: the whole package is more code than all the rest of a run. Its
// entry gives the dispatchers their methods; proxies use `connect`.
Object.assign(Dispatcher.prototype, { connect, request });

export { Agent, EnvHttpProxyAgent };
