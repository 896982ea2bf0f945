import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{findingLines,placeName,placeText,planLines,planSummary}from"./chunk-25XDL3RY.js";import"./chunk-4XH52EYO.js";import"./chunk-DTJS2OKO.js";export{findingLines,placeName,placeText,planLines,planSummary};
