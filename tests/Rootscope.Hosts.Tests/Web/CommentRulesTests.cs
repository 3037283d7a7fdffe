using System.Globalization;
using System.Runtime.CompilerServices;
using Rootscope.Web.Discussion.Writing;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What a comment must be before it is kept.</summary>
public class CommentRulesTests
{
    private static readonly CommentDraft Good = new()
    {
        Name = "Ann",
        Email = "ann@example.org",
        Text = "A remark.",
        Consent = true,
    };

    [Fact]
    public void A_good_draft_has_no_fault()
    {
        CommentDraft draft = CommentRules.Check(Good with { Name = " Ann ", Text = "One\r\ntwo\r" }, out IReadOnlyList<FieldFault> faults);
        Assert.Empty(faults);
        Assert.Equal("Ann", draft.Name);
        Assert.Equal("One\ntwo", draft.Text);
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        CommentRules.Check(new CommentDraft { Citation = "javascript:alert(1)" }, out IReadOnlyList<FieldFault> faults);
        Assert.Equal(["name", "email", "text", "citation", "consent"], faults.Select(f => f.Field));
    }

    [Theory]
    [InlineData("")]
    [InlineData("An\u202En")]
    [InlineData("An\u2066n")]
    [InlineData("An\u0007n")]
    [InlineData("An\nn")]
    [InlineData("An\u200Fn")]
    [InlineData("\uD800nn")]
    [InlineData("\u206Enn")]
    [InlineData("\u3164")]
    [InlineData("\u200B")]
    [InlineData("\u2800")]
    [InlineData("An\u00ADn")]
    [InlineData("\u0301\u0302")]
    [InlineData("Ann\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308")]
    [InlineData("Ann\u0316\u200D\u0317\u0318\u0319\u031C\u031D\u031E")]
    public void A_name_that_is_not_one_is_refused(string name) => AssertFault(Good with { Name = name }, "name");

    [Theory]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("רָחֵל בְּרֵאשִׁ֖ית")]
    [InlineData("สมชาย ใจดี")]
    [InlineData("\u0928\u093F\u0930\u094D\u092E\u0932\u093E")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("👩🏽\u200D❤️\u200D💋\u200D👨🏿")]
    [InlineData("陈 (Chen)")]
    public void Names_of_all_writings_are_taken(string name)
    {
        CommentRules.Check(Good with { Name = name, Text = name }, out IReadOnlyList<FieldFault> faults);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("Turned by an entity: &#x202E;gnp.exe")]
    [InlineData("Turned by an entity: &#8294;gnp.exe")]
    [InlineData("Turned by a name: &rlm;gnp.exe")]
    [InlineData("A tower: Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308")]
    [InlineData("A tower of entities: Z&#x301;&#x302;&#x303;&#x304;&#x305;&#x306;&#x307;")]
    [InlineData("A tower of pieces: Z\u0301\u0302\u0303\u0304`\u0305\u0306\u0307\u0308`")]
    public void A_text_that_does_not_stay_in_its_place_is_refused(string text) => AssertFault(Good with { Text = text }, "text");

    [Fact]
    public void A_citation_shows_its_host_in_plain_letters()
    {
        CommentDraft draft = CommentRules.Check(Good with { Citation = "https://bаnk.example:8443/ü?q=1" }, out _);
        Assert.Equal("https://xn--bnk-6cd.example:8443/%C3%BC?q=1", draft.Citation);
        AssertFault(Good with { Citation = "https://exam\u202Eple.org/" }, "citation");
        AssertFault(Good with { Citation = "https://example.org/\u200Ba" }, "citation");
    }

    [Fact]
    public void Lengths_count_characters_as_people_do()
    {
        AssertFault(Good with { Name = new string('a', 81) }, "name");
        AssertFault(Good with { Text = new string('a', 4001) }, "text");
        CommentRules.Check(
            Good with
            {
                Name = string.Concat(Enumerable.Repeat("😀", 80)),
                Text = new string('中', 4000),
            },
            out IReadOnlyList<FieldFault> faults
        );
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("ann@example")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@example.org, bob@example.org")]
    [InlineData("an n@example.org")]
    [InlineData("ann@exam\u202Eple.org")]
    public void An_address_that_is_not_one_is_refused(string email) => AssertFault(Good with { Email = email }, "email");

    [Fact]
    public void Names_typed_in_two_ways_are_one()
    {
        CommentDraft composed = CommentRules.Check(Good with { Name = "Jos\u00E9 \u1100\u1161" }, out _);
        CommentDraft apart = CommentRules.Check(Good with { Name = "Jose\u0301 \uAC00" }, out _);
        Assert.Equal(composed.Name, apart.Name);
    }

    /// <summary>Vectors by Python's unicodedata (Unicode 14): code points of a text and of its normalization form C.</summary>
    [Fact]
    public void Composition_agrees_with_another_program()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Here(), "composition.csv"));
        Assert.True(lines.Length > 1000);
        foreach (string[] pair in lines.Select(l => l.Split(',')))
        {
            Assert.Equal(Text(pair[1]), Composition.Compose(Text(pair[0])));
        }
    }

    private static void AssertFault(CommentDraft draft, string field)
    {
        CommentRules.Check(draft, out IReadOnlyList<FieldFault> faults);
        Assert.Equal([field], faults.Select(f => f.Field));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static string Text(string points) =>
        string.Concat(
            points.Split(' ').Select(p => char.ConvertFromUtf32(int.Parse(p, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))
        );
}
