package org.portfolioledger.http;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a request; equal ones that come together are counted.
 *
 * @param address null where what it stands for is no request
 * @param path without its query
 * @param marking of what was read; null where none counts
 */
record AccessRecord(
        AccessKind kind,
        @Nullable String account,
        @Nullable String person,
        @Nullable String address,
        @Nullable String method,
        @Nullable String path,
        @Nullable Integer status,
        @Nullable String marking) {

    static final AccessRecord LOST = new AccessRecord(AccessKind.LOST, null, null, null, null, null, null, null);
}
