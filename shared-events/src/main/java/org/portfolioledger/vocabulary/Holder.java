package org.portfolioledger.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * Who holds a role: a person, a post, or a person in a post.
 *
 * @param person id in the directory of people; never a name
 * @param post title of the post
 */
public record Holder(
        @IdOf(IdOf.PERSON) @Nullable String person,
        @Nullable String post) {}
