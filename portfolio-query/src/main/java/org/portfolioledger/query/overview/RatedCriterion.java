package org.portfolioledger.query.overview;

/** Whether a criterion is on record: in a rating scheme, or in a rating. */
public final class RatedCriterion {

    /** The condition on a row {@code r} that names the criterion. */
    public static final String ON_RECORD =
            "r.kind = 'portfolio' and jsonb_path_exists(r.state, '$.schemes.*.value.criteria[*] ? (@ == $criterion)',"
                    + " jsonb_build_object('criterion', :criterion::text))"
                    + " or r.kind = 'rag' and jsonb_path_exists(r.state, '$.ratings.*.value.criterion ? (@ == $criterion)',"
                    + " jsonb_build_object('criterion', :criterion::text))";

    private RatedCriterion() {}
}
