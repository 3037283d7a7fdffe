using CsCheck;
using Rootscope.Screening.Names;
using Rootscope.Screening.Scores;

namespace Rootscope.Tests.Screening;

/// <summary>What the score of two names owes to whom it is explained to.</summary>
public class NameScoreTests
{
    /// <summary>The parts are added in the order in which they made the score, so that only the last rounding can differ.</summary>
    private const double SumTolerance = 1e-9;

    private static readonly string[] Words =
    [
        "Huawei",
        "Technologies",
        "Co., Ltd",
        "GmbH",
        "ООО",
        "Ромашка",
        "محمد",
        "علي",
        "Mohamed",
        "Muhammad",
        "al-Rawi",
        "华为",
        "技术有限公司",
        "Kim",
        "Jong-un",
        "IV",
        "7",
        "11420",
        "CORP.",
        "Bank",
        "of",
        "China",
        "A.",
        "Khamenei",
        "トヨタ",
        "株式会社",
        "삼성",
        "Smith",
        "Smyth",
        "😀",
        "Mr",
    ];

    private static Gen<string> Names =>
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 6].Select(words => string.Join(' ', words));

    [Fact]
    public void Contributions_add_up_to_the_score() =>
        Gen.Select(Names, Names)
            .ForAll(
                (one, other) =>
                {
                    NameScore score = Score(one, other);
                    Assert.InRange(score.Value, 0, 1);
                    Assert.Equal(score.Value, score.Contributions.Sum(c => c.Amount), SumTolerance);
                    Assert.All(score.Contributions, c => Assert.InRange(c.Similarity, 0, 1));
                },
                2000
            );

    [Fact]
    public void The_order_of_the_names_does_not_matter() =>
        Gen.Select(Names, Names).ForAll((one, other) => Assert.Equal(Score(one, other).Value, Score(other, one).Value, SumTolerance), 2000);

    [Fact]
    public void A_name_is_fully_like_itself_unless_it_is_empty() =>
        Names.ForAll(name => Assert.Equal(ScreeningName.Of(name).IsEmpty ? 0 : 1, Score(name, name).Value, SumTolerance), 500);

    [Theory]
    [InlineData("Ltd", "Acme Ltd")]
    [InlineData("有限公司", "华为技术有限公司")]
    [InlineData("Co., Ltd.", "Co., Ltd.")]
    [InlineData("ООО", "ООО Ромашка")]
    [InlineData("", "Acme")]
    [InlineData("Acme Corp", "11420 CORP.")]
    [InlineData("Corp.", "11420 CORP.")]
    [InlineData("11421 Corp.", "11420 CORP.")]
    public void A_legal_form_alone_scores_nothing(string query, string listed) => Assert.Equal(0, Score(query, listed).Value);

    [Theory]
    [InlineData("华为技术有限公司", "華為技術有限公司", 0.99)]
    [InlineData("Владимир Путин", "Vladimir Putin", 0.99)]
    [InlineData("Дмитрий Медведев", "Dmitry Medvedev", 0.95)]
    [InlineData("习近平", "Xi Jinping", 0.95)]
    [InlineData("محمد علي", "Mohamed Ali", 0.7)]
    [InlineData("Νικόλαος", "Nikolaos", 0.99)]
    [InlineData("김정은", "Kim Jong Un", 0.9)]
    [InlineData("金正恩", "Kim Jong-un", 0.9)]
    [InlineData("이민호", "Lee Min Ho", 0.9)]
    [InlineData("박지성", "PARK, Ji Sung", 0.9)]
    [InlineData("深圳华为", "Huawei", 0.7)]
    [InlineData("PUTIN, Vladimir", "Vladimir Putin", 0.99)]
    [InlineData("Jan Daniel Bothma", "JanDaniel Bothma", 0.95)]
    [InlineData("vanderbilt corp", "van der bilt corp", 0.9)]
    [InlineData("Acme Bank", "Acme Банк", 0.9)]
    public void Names_that_mean_one_meet(string one, string other, double least) => Assert.InRange(Score(one, other).Value, least, 1);

    [Theory]
    [InlineData("China Construction Bank", "Agricultural Bank of China")]
    [InlineData("Management Company", "Westminster Management Company")]
    [InlineData("SADDAM HUSSEIN AL-DULAIMI", "SADDAM HUSSEIN AL-TIKRITI")]
    [InlineData("Octavian Scholz", "Olaf Scholz")]
    public void Names_that_stand_against_each_other_do_not_meet(string one, string other) =>
        Assert.InRange(Score(one, other).Value, 0, NameScore.DefaultThreshold - 0.05);

    [Theory]
    [InlineData("日立", "LI, Hong Ri")]
    [InlineData("建成 張", "ZHANG, Jian")]
    [InlineData("Sofia Gonzalez", "CASTRO GONZALEZ, Sonia")]
    [InlineData("Jose Davis", "CABELLO RONDON, Jose David")]
    public void Little_in_common_is_not_enough_where_a_name_has_more(string one, string other)
    {
        NameScore score = Score(one, other);
        Assert.True(score.Value < NameScore.DefaultThreshold, $"{score.Value}");
        Assert.Contains(score.Contributions, c => c is { Kind: ContributionKind.LittleInCommon, Amount: < 0 });
    }

    [Fact]
    public void Every_part_says_which_words_it_is_about()
    {
        IReadOnlyList<ScoreContribution> parts = Score("Acme Tradin 7 GmbH", "Acme Trading 8 Holding SA").Contributions;
        Assert.Contains(parts, p => p is { Kind: ContributionKind.Equal, Query: "acme", Listed: "acme", Amount: > 0 });
        Assert.Contains(parts, p => p is { Kind: ContributionKind.Typo, Query: "tradin", Listed: "trading", Amount: > 0 });
        Assert.Contains(parts, p => p is { Kind: ContributionKind.NumberMismatch, Query: "7", Amount: < 0 });
        Assert.Contains(parts, p => p is { Kind: ContributionKind.LegalForm, Query: "LLC", Listed: "JSC", Amount: < 0 });
    }

    private static NameScore Score(string one, string other) => NameScore.Of(ScreeningName.Of(one), ScreeningName.Of(other));
}
