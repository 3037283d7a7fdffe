using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Catalogue;

public class CatalogueCheckTests
{
    private static readonly string[] Area = ["matter", "Matter", "物质", "Things."];
    private static readonly string[] Technology = ["tools", "core", "matter", "Tools", "工具", "Machines."];
    private static readonly string[] OtherTechnology = ["gears", "extended", "matter", "Gears", "齿轮", "Wheels."];
    private static readonly string[] Code = ["tools", "nbs2020", "068", "A", ""];
    private static readonly string[] OtherCode = ["gears", "nbs2020", "073", "B", ""];
    private static readonly string[] Link = ["gears", "tools"];
    private static readonly string[] Claim =
    [
        "tools",
        "Share of one maker",
        "0.5",
        "share",
        "quoted",
        "A report",
        "2020",
        "published",
        "quoted",
        "seen",
        "",
    ];

    [Fact]
    public void The_embedded_catalogue_is_sound() => Assert.Empty(CatalogueLibrary.Check().Findings);

    [Fact]
    public void A_sound_catalogue_has_no_finding() => Assert.Empty(Check(Sheets()).Findings);

    [Fact]
    public void A_code_that_is_in_no_list_is_found_with_its_nearest()
    {
        CatalogueFinding finding = Single(Sheets(codes: [Code, OtherCode, ["tools", "nbs2020", "999", "A", ""]]));
        Assert.Equal(("codes.csv", 4, "code"), (finding.File, finding.Line, finding.Column));
    }

    [Fact]
    public void A_code_of_the_wrong_form_is_found() =>
        Assert.Contains(
            "three digits",
            Single(Sheets(codes: [Code, OtherCode, ["tools", "nbs2020", "68", "A", ""]])).Fault,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_link_to_a_technology_that_is_not_there_suggests_the_nearest() =>
        Assert.Contains(
            "gears",
            Single(
                Sheets(
                    links:
                    [
                        ["gear", "tools"],
                    ]
                )
            ).Repair,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_link_to_itself_is_found() =>
        Assert.Contains(
            "itself",
            Single(
                Sheets(
                    links:
                    [
                        ["tools", "tools"],
                    ]
                )
            ).Fault,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_circle_of_links_is_noted_and_no_fault()
    {
        CatalogueCheckResult result = Check(Sheets(links: [Link, ["tools", "gears"]]));
        Assert.Empty(result.Findings);
        Assert.Contains(result.Notes, n => n.Contains("tools, gears", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, "unit")]
    [InlineData(4, "derivation")]
    [InlineData(5, "source")]
    [InlineData(6, "year")]
    [InlineData(8, "licence")]
    public void A_published_claim_without_its_particulars_is_found(int cell, string column)
    {
        string[] claim = [.. Claim];
        claim[cell] = string.Empty;
        Assert.Equal(column, Single(Sheets(evidence: [claim])).Column);
    }

    [Fact]
    public void A_judgement_needs_no_source() =>
        Assert.Empty(
            Check(
                Sheets(
                    evidence:
                    [
                        ["tools", "Few make them", "", "", "", "", "", "judgement", "", "judgement", ""],
                    ]
                )
            ).Findings
        );

    [Fact]
    public void A_judgement_that_claims_to_have_been_seen_is_found() =>
        Assert.Equal(
            "status",
            Single(
                Sheets(
                    evidence:
                    [
                        ["tools", "Few make them", "", "", "", "", "", "judgement", "", "seen", ""],
                    ]
                )
            ).Column
        );

    [Fact]
    public void A_figure_computed_from_a_non_commercial_source_is_found()
    {
        string[] claim = [.. Claim];
        claim[4] = "computed";
        claim[8] = "CC BY-NC 4.0";
        Assert.Equal("derivation", Single(Sheets(evidence: [claim])).Column);
    }

    [Fact]
    public void A_row_that_stands_twice_is_found_with_the_line_of_the_first() =>
        Assert.Contains("line 2", Single(Sheets(links: [Link, Link])).Fault, StringComparison.Ordinal);

    [Fact]
    public void Two_technologies_of_one_name_are_found()
    {
        string[] twin = [.. OtherTechnology];
        twin[3] = "Tools";
        Assert.Equal("name", Single(Sheets(technologies: [Technology, twin])).Column);
    }

    [Fact]
    public void A_technology_without_a_class_is_found() => Assert.Equal("technologies.csv", Single(Sheets(codes: [Code])).File);

    [Fact]
    public void Every_fault_is_told_not_only_the_first() =>
        Assert.Equal(
            3,
            Check(
                Sheets(
                    codes: [Code, OtherCode, ["tools", "nbs2021", "068", "D", ""]],
                    links:
                    [
                        ["gear", "tools"],
                    ]
                )
            ).Findings.Count
        );

    [Fact]
    public void What_could_not_be_checked_against_a_list_is_said() =>
        Assert.Contains(Check(Sheets()).Notes, n => n.Contains("hs2022", StringComparison.Ordinal));

    [Fact]
    public void A_faulty_catalogue_is_not_built_and_the_error_names_the_place()
    {
        var error = Assert.Throws<TableException>(() =>
            TechnologyCatalogue.From(
                Sheets(
                    links:
                    [
                        ["gear", "tools"],
                    ]
                )
            )
        );
        Assert.Contains("links.csv, line 2, column 'upstream'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documented_schema_names_every_file_column_and_word()
    {
        string page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "schema", "catalogue.md"));
        string[] missing =
        [
            .. CatalogueSchema
                .Files.SelectMany(f => f.Columns.SelectMany(c => c.Words.Append(c.Name)).Append(f.File))
                .Where(word => !page.Contains($"`{word}`", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.Empty(missing);
    }

    private static CatalogueCheckResult Check(CatalogueSheets sheets) => CatalogueCheck.Of(sheets, CatalogueLibrary.CodeLists());

    private static CatalogueFinding Single(CatalogueSheets sheets) => Assert.Single(Check(sheets).Findings);

    private static CatalogueSheets Sheets(
        string[][]? technologies = null,
        string[][]? codes = null,
        string[][]? links = null,
        string[][]? evidence = null
    ) =>
        new()
        {
            Areas = Sheet(CatalogueSchema.Areas, [Area]),
            Technologies = Sheet(CatalogueSchema.Technologies, technologies ?? [Technology, OtherTechnology]),
            Codes = Sheet(CatalogueSchema.Codes, codes ?? [Code, OtherCode]),
            Links = Sheet(CatalogueSchema.Links, links ?? [Link]),
            Evidence = Sheet(CatalogueSchema.Evidence, evidence ?? [Claim]),
        };

    private static CatalogueSheet Sheet(CatalogueFile file, string[][] rows) =>
        new(file, file.File, [.. rows.Select((cells, i) => new CatalogueRow(i + 2, cells))]);
}
