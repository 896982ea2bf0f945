import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{createHttp}from"./chunk-G6MDASTF.js";import"./chunk-DRXGGJCZ.js";import"./chunk-TKLHB277.js";import"./chunk-2J2DTTZO.js";import"./chunk-DTJS2OKO.js";export{createHttp};
