/** Holds what is sent and answered in tests against the OpenAPI documents. */
@NullMarked
package org.portfolioledger.http.contract;

import org.jspecify.annotations.NullMarked;
