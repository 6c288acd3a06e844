/** The two lines of the standard that a store speaks: xAPI 1.0.3, and IEEE 9274.1.1 (xAPI 2.0). */
export type XapiVersion = '1.0.3' | '2.0.0';
