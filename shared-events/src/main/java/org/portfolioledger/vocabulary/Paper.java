package org.portfolioledger.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A paper put to a board, identified by its content.
 *
 * @param sha256 SHA-256 of the paper's bytes, 64 hexadecimal digits in lower case
 * @param title title of the paper
 * @param marking protective marking as it was then
 * @param purpose what the board was asked to do with it
 */
public record Paper(
        String sha256,
        String title,
        @Nullable Marking marking,
        @Nullable PaperPurpose purpose) {}
