package dev.laurel.core.triangle;

import dev.laurel.core.points.PointType;
import java.util.stream.IntStream;

/** Published and constructed triangles. */
final class Triangles {
  static final PointType POINTS = PointType.redeemable("points", "Points");

  /** Taylor and Ashe (1983), as in {@code GenIns} of R's ChainLadder. */
  static final long[][] TAYLOR_ASHE = {
    {357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463},
    {352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085},
    {290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315},
    {310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268},
    {443160, 1136350, 2128333, 2897821, 3402672, 3873311},
    {396132, 1333217, 2180715, 2985752, 3691712},
    {440832, 1288463, 2419861, 3483130},
    {359480, 1421128, 2864498},
    {376686, 1363294},
    {344014}
  };

  /** Mack (1994), as in {@code RAA} of R's ChainLadder. */
  static final long[][] RAA = {
    {5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834},
    {106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704},
    {3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466},
    {5655, 11555, 15766, 21266, 23425, 26083, 27067},
    {1092, 9565, 15836, 22169, 25955, 26180},
    {1513, 6445, 11702, 12935, 15852},
    {557, 4020, 10946, 12314},
    {1351, 6947, 13112},
    {3133, 5395},
    {2063}
  };

  /** Five years of a loyalty program, in thousands of points. */
  static RedemptionTriangle loyalty() {
    return RedemptionTriangle.of(
        POINTS,
        TriangleRow.of("2021", 1000, 220, 480, 640, 720, 750),
        TriangleRow.of("2022", 1200, 270, 590, 780, 870),
        TriangleRow.of("2023", 1500, 330, 730, 980),
        TriangleRow.of("2024", 1800, 410, 880),
        TriangleRow.of("2025", 2000, 440));
  }

  /** A triangle without a limit that could bind: ten million issued of each cohort. */
  static RedemptionTriangle of(long[]... cumulative) {
    return RedemptionTriangle.of(
        POINTS,
        IntStream.range(0, cumulative.length)
            .mapToObj(i -> TriangleRow.of("c" + (i + 1), 10_000_000, cumulative[i]))
            .toList());
  }

  private Triangles() {}
}
