package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.ContractHistory.contract;
import static org.portfolioledger.query.ContractHistory.contractAwarded;
import static org.portfolioledger.query.ContractHistory.contractEnded;
import static org.portfolioledger.query.ContractHistory.contractExtended;
import static org.portfolioledger.query.ContractHistory.lot;
import static org.portfolioledger.query.ContractHistory.lotAwarded;
import static org.portfolioledger.query.ContractHistory.option;
import static org.portfolioledger.query.ContractHistory.supplierChanged;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MilestoneHistory.date;
import static org.portfolioledger.query.MilestoneHistory.ending;
import static org.portfolioledger.query.MilestoneHistory.expected;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

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
    private static long slip;

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
        history.append(option("CON-3", "OPT", "2014-12-31", "2012-06-30", "2012-02-02"));
        history.append(initiative("I2", "Two", "PF", "2022-01-01"));
        history.append(contract("CON-4", "I2", null, "2022-12-31", "2022-02-01"));
        history.append(lot("CON-4", "LOT", "2022-03-01"));
        history.append(lotAwarded("CON-4", "LOT", "Roofers", "2022-04-01"));
        history.append(supplierChanged("CON-4", "LOT", "Summit", "2022-05-01"));
        history.append(ending("I2", "END", date("2022-12-31"), "2022-03-01"));
        history.append(contractExtended("CON-4", "2023-06-30", "2022-09-01"));
        slip = history.append(expected("I2", "END", date("2023-01-01"), "2022-08-01"));
        last = slip;
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

    @Test
    void the_end_of_an_initiative_after_the_last_day_is_shown_of_the_contract_and_of_the_initiative() {
        assertThat(alerts("/contracts/CON-4?asOf=2022-07-01")).isEmpty();
        assertThat(alerts("/contracts/CON-4?asOf=2022-08-01")).containsExactly("CONTRACT_ENDS_BEFORE_INITIATIVE");
        JsonNode later = served.get("/api/v1/contracts/CON-4?asOf=2022-08-01", last)
                .get("endsAfterIt")
                .get(0);
        assertThat(later.get("milestone").asString()).isEqualTo("END");
        assertThat(later.at("/forecast/value/date").asString()).isEqualTo("2023-01-01");
        assertThat(later.at("/forecast/fact").asLong()).isEqualTo(slip);
        assertThat(alerts("/contracts/CON-4?asOf=2022-08-01&knownAt=position:" + (slip - 1)))
                .isEmpty();
        assertThat(alerts("/initiatives/I2?asOf=2022-07-31")).doesNotContain("CONTRACT_ENDS_BEFORE_INITIATIVE");
        assertThat(alerts("/initiatives/I2?asOf=2022-08-01")).contains("CONTRACT_ENDS_BEFORE_INITIATIVE");
        assertThat(served.get("/api/v1/portfolios/PF/status?asOf=2022-08-01", last)
                        .get("items")
                        .valueStream()
                        .filter(item -> item.get("alerts").toString().contains("CONTRACT_ENDS_BEFORE_INITIATIVE"))
                        .map(item -> item.get("id").asString()))
                .containsExactly("I2");
        assertThat(alerts("/contracts/CON-4?asOf=2022-09-01")).as("extended").isEmpty();
    }

    @Test
    void a_contract_is_found_by_the_supplier_of_a_lot_and_shows_who_was_replaced() {
        assertThat(ids("/contracts?supplier=ROOFERS&asOf=2022-04-01")).containsExactly("CON-4");
        assertThat(ids("/contracts?supplier=Roofers&asOf=2022-05-01")).isEmpty();
        assertThat(ids("/contracts?supplier=Summit&asOf=2022-05-01")).containsExactly("CON-4");
        JsonNode change =
                served.get("/api/v1/contracts/CON-4?asOf=2022-05-01", last).at("/supplierChanges/0/value");
        assertThat(change.get("from").asString()).isEqualTo("Roofers");
        assertThat(change.get("lot").asString()).isEqualTo("LOT");
    }

    @Test
    void an_option_that_lapsed_is_reported() {
        assertThat(alerts("/contracts/CON-3?asOf=2012-06-30")).isEmpty();
        assertThat(alerts("/contracts/CON-3?asOf=2012-07-01")).containsExactly("EXTENSION_OPTION_LAPSED");
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
