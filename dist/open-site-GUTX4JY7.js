import{openSite}from"./chunk-U3AA6LI7.js";import"./chunk-BEXVO5PF.js";import"./chunk-S5MIRIFZ.js";import"./chunk-T4AWRCBB.js";import"./chunk-N6MTUPWJ.js";import"./chunk-QZSOVVIC.js";export{openSite};
