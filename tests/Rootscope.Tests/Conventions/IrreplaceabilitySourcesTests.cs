namespace Rootscope.Tests.Conventions;

/// <summary>Irreplaceability is one formula over all products: it must not know which of them anyone calls core.</summary>
public class IrreplaceabilitySourcesTests
{
    private static readonly string[] Forbidden =
    [
        "Catalogue",
        "catalogue",
        "Validation",
        "ExpertL",
        "expert_list",
        "Labels",
        "evidence.csv",
        "Technology",
        "technolog",
        "_cn35",
        "_mic2025",
    ];

    [Fact]
    public void Ratings_read_no_catalogue_no_grades_and_no_lists()
    {
        string[] files =
        [
            .. Directory.GetFiles(Path.Combine(Repository.Root, "src", "Rootscope", "Roots", "Irreplaceability"), "*.cs"),
            Path.Combine(Repository.Root, "src", "Rootscope.Storage", "IrreplaceabilityData.cs"),
            Path.Combine(Repository.Root, "eng", "traits.cs"),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "eng", "traits")),
        ];
        Assert.True(files.Length >= 8, "The files of the ratings have moved; name them here.");
        string[] offenders =
        [
            .. files.SelectMany(f => Forbidden.Where(File.ReadAllText(f).Contains).Select(word => $"{Path.GetFileName(f)}: {word}")),
        ];
        Assert.Empty(offenders);
    }

    [Fact]
    public void Embedded_evidence_is_ranks_and_no_published_figure()
    {
        foreach (string name in new[] { "bea2017", "nbs2020" })
        {
            string path = Path.Combine(Repository.Root, "src", "Rootscope.Storage", "Embedded", "Data", "irreplaceability", name + ".csv");
            foreach (string cell in File.ReadLines(path).Skip(1).SelectMany(l => l.Split(',').Skip(1)).Where(c => c.Length > 0))
            {
                double rank = double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
                Assert.InRange(rank, 0, 1);
                Assert.True(cell.Length <= 4, $"{name}: {cell} has more than two decimals");
            }
        }
    }
}
