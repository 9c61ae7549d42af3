package org.portfolioledger.http;

/**
 * A path whose requests are larger, and take longer, than others: those of imports.
 *
 * @param largestBody in bytes
 */
public record LongRequest(String path, long largestBody) {}
