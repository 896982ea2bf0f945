import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{publishLines}from"./chunk-DS4OMDAJ.js";import"./chunk-4XH52EYO.js";import"./chunk-DTJS2OKO.js";export{publishLines};
