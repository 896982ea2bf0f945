import{isPublic}from"./chunk-F7FCQCML.js";import"./chunk-QZSOVVIC.js";export{isPublic};
