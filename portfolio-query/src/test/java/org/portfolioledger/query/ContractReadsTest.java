package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.ContractHistory.contract;
import static org.portfolioledger.query.ContractHistory.contractAwarded;
import static org.portfolioledger.query.ContractHistory.contractEnded;
import static org.portfolioledger.query.ContractHistory.contractExtended;
import static org.portfolioledger.query.History.board;
import static org.portfolioledger.query.History.businessCase;
import static org.portfolioledger.query.History.initiative;
import static org.portfolioledger.query.History.portfolio;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.ContractFact.ContractEnding;
import tools.jackson.databind.JsonNode;

/** Which contracts end when, and whose last day has passed. */
class ContractReadsTest {

    private static Served served;
    private static long last;
    private static long extension;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(board("BD", "2012-01-01"));
        history.append(businessCase("BC", "I1", "BD", "2012-01-01"));
        history.append(contract("CON-1", "I1", null, null, "2012-02-01"));
        history.append(contractAwarded("CON-1", "Builders", "2012-12-31", "2012-03-01"));
        history.append(contract("CON-2", null, "BC", "2013-06-30", "2012-02-01"));
        history.append(contract("CON-3", null, null, null, "2012-02-01"));
        history.append(contractEnded("CON-2", ContractEnding.TERMINATED, "2013-01-01"));
        extension = history.append(contractExtended("CON-1", "2013-12-31", "2012-06-01"));
        last = history.append(contractEnded("CON-1", ContractEnding.EXPIRED, "2014-02-01"));
        served.get("/api/v1/contracts", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void those_that_end_within_a_period_are_found_by_the_day_that_was_their_last_one_then() {
        String in2012 = "/contracts?endsFrom=2012-01-01&endsTo=2013-01-01";
        assertThat(ids(in2012 + "&asOf=2012-02-29")).isEmpty();
        assertThat(ids(in2012 + "&asOf=2012-05-31")).containsExactly("CON-1");
        assertThat(ids(in2012 + "&asOf=2012-06-01")).isEmpty();
        assertThat(ids(in2012 + "&asOf=2012-06-01&knownAt=position:" + (extension - 1)))
                .containsExactly("CON-1");
        assertThat(ids(in2012 + "&asOf=2013-01-01")).as("terminated").containsExactly("CON-2");
        assertThat(ids("/contracts?endsFrom=2013-12-31&endsTo=2014-01-01&asOf=2012-06-01"))
                .containsExactly("CON-1");
        assertThat(ids("/contracts?endsFrom=2013-01-01&endsTo=2013-12-31&asOf=2012-06-01"))
                .containsExactly("CON-2");
        assertThat(ids("/contracts?endsFrom=2014-01-01&asOf=2012-06-01")).isEmpty();
    }

    @Test
    void a_last_day_that_passed_is_reported_until_the_end_is_on_record() {
        assertThat(ids("/contracts?overdue=TRUE&asOf=2013-12-31")).isEmpty();
        assertThat(ids("/contracts?overdue=TRUE&asOf=2014-01-01")).containsExactly("CON-1");
        assertThat(alerts("/contracts/CON-1?asOf=2014-01-31")).containsExactly("CONTRACT_LAST_DAY_PASSED");
        assertThat(ids("/contracts?overdue=TRUE&asOf=2014-02-01")).isEmpty();
        assertThat(alerts("/contracts/CON-1?asOf=2014-02-01")).isEmpty();
        assertThat(alerts("/contracts/CON-1?asOf=2013-01-01&knownAt=position:" + (extension - 1)))
                .containsExactly("CONTRACT_LAST_DAY_PASSED");
    }

    @Test
    void a_contract_is_found_by_supplier_by_what_it_serves_and_by_status() {
        assertThat(ids("/contracts?supplier=builders&asOf=2012-02-29")).isEmpty();
        assertThat(ids("/contracts?supplier=builders&asOf=2012-03-01")).containsExactly("CON-1");
        assertThat(ids("/contracts?initiative=I1&asOf=2012-02-01")).containsExactly("CON-1");
        assertThat(ids("/contracts?businessCase=BC&asOf=2012-02-01")).containsExactly("CON-2");
        assertThat(ids("/contracts?status=EXTENDED&asOf=2012-06-01")).containsExactly("CON-1");
        assertThat(ids("/contracts?sort=-lastDay&asOf=2012-06-01")).containsExactly("CON-1", "CON-2", "CON-3");
    }

    private static List<String> ids(String question) {
        return served.get("/api/v1" + question, last)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static List<String> alerts(String question) {
        return served.get("/api/v1" + question, last)
                .get("alerts")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
