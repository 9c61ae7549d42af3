/** The office's words: what facts and commands are made of. */
@NullMarked
package org.portfolioledger.vocabulary;

import org.jspecify.annotations.NullMarked;
