package org.portfolioledger.verifier;

/**
 * One thing that is wrong.
 *
 * @param in the file, if several are looked at; otherwise empty
 * @param position of the fact that is wrong; 0 if it is not one of a single fact
 */
record Fault(FaultKind kind, String in, long position, String sentence) {}
