package org.portfolioledger.query.answer;

import org.portfolioledger.serialization.SchemaName;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page after it; null: it is the last
 */
@SchemaName("%sPage")
public record PageView<T>(
        List<T> items, @JsonInclude @Nullable String next) {}
