using System.Text.RegularExpressions;
using Rootscope.Cli.Options;
using Rootscope.Storage.Formats;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.HowTo;

/// <summary>The three forms of imports that docs/data/import-forms.md works out are read as they stand there, to one economy.</summary>
public sealed partial class ImportFormsTests : IDisposable
{
    /// <summary>The figures of the page are whole numbers, and their sums exact.</summary>
    private const double Product = 116;

    private static readonly string Page = Path.Combine(SharedData.RepositoryRoot(), "docs", "data", "import-forms.md");

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Forms => ["Competitive", "Non-competitive", "A row"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_of_the_page_gives_the_economy_of_the_page(string form)
    {
        FlowTable table = Read(form);
        Assert.Equal([100.0, 100], table.Output.ToArray()[..2]);
        Assert.Equal(30, table.Imports.ToArray().Sum());
        Assert.Equal([70.0, 46], table.ValueAdded.ToArray()[..2]);
        Assert.Equal(Product, table.ValueAdded.ToArray().Sum());
        Assert.Equal(Product, table.FinalDemand.ToArray().Sum() - table.Imports.ToArray().Sum());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_of_the_page_answers_what_is_imported(string form)
    {
        (string yaml, string csv) = Files(form);
        string workspace = _folder.PathOf("workspace");
        CliRun add = await CliRun.Of("data", "add", "mapped", yaml, csv, "--name", "own", "--workspace", workspace);
        Assert.True(add.Code == ExitCode.Ok, add.Error);
        CliRun content = await CliRun.Of("accounts", "own", "--measure", "import-content", "--workspace", workspace, "-f", "csv");
        Assert.True(content.Code == ExitCode.Ok, content.Error);
        Assert.Contains(",a,", content.Output, StringComparison.Ordinal);
    }

    private FlowTable Read(string form)
    {
        (string yaml, string csv) = Files(form);
        return TableFormats.Known.Read("mapped", [yaml, csv], "own");
    }

    private (string Yaml, string Csv) Files(string form)
    {
        string section = File.ReadAllText(Page).Split($"\n## {form}\n")[1].Split("\n## ")[0];
        return (_folder.Write("form.yaml", Block(section, "yaml")), _folder.Write("form_2020.csv", Block(section, "csv")));
    }

    private static string Block(string section, string kind) =>
        Blocks().Matches(section).Single(m => m.Groups["kind"].Value == kind).Groups["text"].Value;

    [GeneratedRegex("```(?<kind>[a-z]+)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks();
}
