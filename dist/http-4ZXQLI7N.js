import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{createHttp}from"./chunk-43SM4UCB.js";import"./chunk-DRXGGJCZ.js";import"./chunk-3AEIXULP.js";import"./chunk-F24XZDHS.js";import"./chunk-DTJS2OKO.js";export{createHttp};
