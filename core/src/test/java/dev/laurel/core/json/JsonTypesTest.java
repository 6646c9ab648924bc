package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a user adds to the documents of core. */
class JsonTypesTest {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");

  /**
   * A wish of a member.
   *
   * @param member whose
   * @param what what for
   * @param price what it costs, if that is known
   */
  public record Wish(MemberId member, Thing what, Optional<Points> price) {
    /** A wish of these parts. */
    public Wish {}
  }

  /** What may be wished. */
  public sealed interface Thing {
    /**
     * A bean.
     *
     * @param roast how dark
     */
    record Bean(String roast) implements Thing {}

    /** Anything. */
    record Surprise() implements Thing {}
  }

  /** Two numbers that nobody sees as such. */
  static final class Pair {
    private final long first;
    private final long second;

    Pair(long first, long second) {
      this.first = first;
      this.second = second;
    }
  }

  /** A pair as it is written; nobody else sees it. */
  record PairForm(ImmutableList<Long> numbers) {
    /** These numbers. */
    public PairForm {}
  }

  private static final JsonTypes TYPES = JsonTypes.builder("wishes")
      .form(
          Pair.class,
          PairForm.class,
          pair -> new PairForm(ImmutableList.of(pair.first, pair.second)),
          form -> new Pair(form.numbers().get(0), form.numbers().get(1)))
      .document(Wish.class)
      .document(Pair.class)
      .build();

  private static final LaurelJson JSON = LaurelJson.standard().with(TYPES);

  @Test
  void recordsAndFamiliesOfTheUserAreDocumentsLikeThoseOfCore() {
    Wish wish = new Wish(MemberId.of("m-1"), new Thing.Bean("dark"), Optional.of(STARS.points(7)));

    String json = JSON.write(wish);

    assertThat(json)
        .isEqualTo("{\"schemaVersion\":1,\"pointTypes\":[{\"code\":\"stars\",\"name\":\"Stars\","
            + "\"scale\":0,\"use\":\"REDEEMABLE\"}],\"member\":\"m-1\","
            + "\"what\":{\"type\":\"bean\",\"roast\":\"dark\"},"
            + "\"price\":{\"units\":7,\"type\":\"stars\"}}");
    assertThat(JSON.read(json, Wish.class)).isEqualTo(wish);
    assertThat(JSON.read(JSON.write(RuleBook.empty()), RuleBook.class)).isEqualTo(RuleBook.empty());
  }

  @Test
  void aFormOfItsOwnIsReadBackAndItsFailureHasACode() {
    Pair pair = JSON.read(JSON.write(new Pair(3, 4)), Pair.class);

    assertThat(pair.first + pair.second).isEqualTo(7);
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> JSON.read("{\"schemaVersion\":1,\"numbers\":[\"3\"]}", Pair.class))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.JSON_TYPE))
        .satisfies(failure -> assertThat(failure.path()).isEqualTo("numbers[0]"));
  }

  /**
   * A temperature.
   *
   * @param degrees how warm
   * @param chance how likely
   */
  public record Forecast(Degrees degrees, double chance) {
    /** A forecast of these parts. */
    public Forecast {}
  }

  /**
   * So many degrees.
   *
   * @param value above -274
   */
  public record Degrees(double value) {
    /** Checked degrees. */
    public Degrees {
      InvalidValueException.check(
          value > -274, FailureCode.RANGE, "value", "degrees must be possible: %s", value);
    }
  }

  @Test
  void aTypeMayBeANumberThatIsNoCount() {
    LaurelJson json = LaurelJson.standard()
        .with(JsonTypes.builder("weather")
            .real(Degrees.class, Degrees::value, Degrees::new)
            .document(Forecast.class)
            .build());
    Forecast forecast = new Forecast(new Degrees(-1.5), 0.1 + 0.2);

    assertThat(json.write(forecast))
        .isEqualTo("{\"schemaVersion\":1,\"degrees\":-1.5,\"chance\":0.30000000000000004}");
    assertThat(json.read(json.write(forecast), Forecast.class)).isEqualTo(forecast);
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(
            () -> json.read("{\"schemaVersion\":1,\"degrees\":-300,\"chance\":1}", Forecast.class))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.RANGE))
        .satisfies(failure -> assertThat(failure.path()).startsWith("degrees"));
  }

  @Test
  void theDoorOfCoreStaysAsItWas() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> LaurelJson.standard().write(new Pair(3, 4)))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.TYPE_NOT_ALLOWED));
  }

  @Test
  void aMapperOfTheUserTakesThemToo() throws IOException {
    ObjectMapper mapper = new ObjectMapper().registerModule(new LaurelModule(JSON));
    Wish wish = new Wish(MemberId.of("m-1"), new Thing.Surprise(), Optional.empty());

    assertThat(mapper.readValue(mapper.writeValueAsString(wish), Wish.class)).isEqualTo(wish);
  }

  @Test
  void theSchemaHasWhatIsNewAndRefersToCoreForTheRest() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(TYPES.schema());

    assertThat(schema.get("$id").asText()).isEqualTo("urn:dev.laurel:wishes:1");
    JsonNode wish = schema.at("/$defs/document-json.JsonTypesTest.Wish/properties");
    assertThat(wish.at("/member/$ref").asText())
        .isEqualTo("urn:dev.laurel:core:1#/$defs/identity.MemberId");
    assertThat(wish.at("/what/$ref").asText()).isEqualTo("#/$defs/json.JsonTypesTest.Thing");
  }

  @Test
  void aBuilderWithoutALineFailsWhenTheDoorIsMade() {
    JsonTypes types = JsonTypes.builder("mine")
        .document(dev.laurel.core.redemption.RedemptionTerms.class)
        .build();

    assertThatIllegalStateException()
        .isThrownBy(() -> LaurelJson.standard().with(types))
        .withMessageContaining("have an order of fields");
  }
}
