import{asserted}from"./chunk-GWIYHR6L.js";import"./chunk-QZSOVVIC.js";export{asserted};
