package org.portfolioledger.query.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.serialization.SchemaName;

/**
 * One page of a list.
 *
 * @param next cursor of the page after it; null: it is the last
 */
@SchemaName("%sPage")
public record PageView<T>(
        List<T> items, @JsonInclude @Nullable String next) {}
