package dev.laurel.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnMappingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{|Unexpected end-of-input",
        "{}|'format' and 'columns'",
        "{\"format\": \"xml\", \"columns\": {}}|delimited or fixed-width: 'xml'",
        "{\"format\": \"delimited\", \"columns\": {}}|the column 'member'",
        "{\"format\": \"delimited\", \"kolumns\": {}}|kolumns",
        "{\"format\": \"delimited\", \"columns\": {\"price\": {}}}|'price'",
        "{\"format\": \"delimited\", \"columns\": {\"id\": {\"nane\": \"x\"}}}|nane",
      })
  void aWrongDeclarationSaysWhatIsWrong(String json, String what) {
    assertThatThrownBy(() -> ColumnMapping.parse(json))
        .isInstanceOfSatisfying(
            InputFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(InputFailure.Code.MAPPING_INVALID))
        .hasMessageContaining(what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"zone\": \"Mars/Phobos\"|Mars/Phobos",
        "\"charset\": \"klingon\"|klingon",
        "\"delimiter\": \";;\"|delimiter must be one character",
        "\"datePattern\": \"dd.MM.yy\"|four digits",
        "\"datePattern\": \"{{\"|patterns that Java reads",
        "\"timeOfDay\": \"noon\"|timeOfDay",
        "\"amountIs\": \"net\"|total or unit-price",
        "\"header\": false|columnCount",
        "\"columnCount\": \"7\", \"skipLines\": -1|skipLines"
      })
  void aWrongSettingIsFoundBeforeTheFirstRow(String setting, String what) {
    String json = "{\"format\": \"delimited\", " + setting
        + ", \"columns\": {\"member\": {\"index\": 1}, \"occurredAt\": {\"index\": 2},"
        + " \"kind\": {\"constant\": \"purchase\"}}}";

    assertThatThrownBy(() -> Reading.of(json, "")).hasMessageContaining(what);
  }
}
