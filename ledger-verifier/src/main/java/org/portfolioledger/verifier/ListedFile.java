package org.portfolioledger.verifier;

/**
 * What a manifest states of a file of its bundle.
 *
 * @param sha256 in hexadecimal
 */
record ListedFile(String name, long bytes, String sha256) {}
