import{publishLines}from"./chunk-G7BMIBTS.js";import"./chunk-NFCAMDJ4.js";import"./chunk-QZSOVVIC.js";export{publishLines};
