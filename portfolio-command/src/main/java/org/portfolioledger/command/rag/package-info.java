/** How it goes: RAG assessments by scheme, criterion and assessor. */
@NullMarked
package org.portfolioledger.command.rag;

import org.jspecify.annotations.NullMarked;
