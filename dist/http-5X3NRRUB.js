import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{createHttp}from"./chunk-SSWC6MV4.js";import"./chunk-DRXGGJCZ.js";import"./chunk-RVHGNA2J.js";import"./chunk-2J2DTTZO.js";import"./chunk-DTJS2OKO.js";export{createHttp};
