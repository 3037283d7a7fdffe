using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>What docs/how-to/add-a-table-format.md tells people to do, done.</summary>
public sealed class AddFormatTests : IDisposable
{
    private const string Text = "seller,farms,mills,demand\nfarms,1,4,5\nmills,2,3,9\n";

    private static readonly TableFormats Formats = new([.. TableFormats.Known.All, new MadeFormat()]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_format_of_one_class_and_one_line_is_imported_by_data_add()
    {
        string file = _folder.Write("made_2020.csv", Text);
        string workspace = _folder.PathOf("workspace");
        (int code, string output, string error) = await Run("data", "add", "made", file, "--name", "own", "--workspace", workspace);
        Assert.Equal((ExitCode.Ok, string.Empty), (code, error));
        Assert.Contains("own", output, StringComparison.Ordinal);
        FlowTable table = new TableLibrary(workspace).Read("own");
        Assert.Equal([1, 4, 2, 3], table.Flows.ToArray());
        Assert.Equal((2020, "own figures"), (table.Metadata.Year, table.Metadata.Licence));
    }

    [Fact]
    public async Task It_stands_in_the_help_and_in_the_completions()
    {
        Assert.Contains("made: tables of nobody", await Help(), StringComparison.Ordinal);
        Assert.Contains("made", (await Run("[suggest:11]", "data add ma")).Output.Split('\n').Select(l => l.TrimEnd('\r')));
    }

    [Fact]
    public async Task Its_faults_are_told_as_those_of_every_format()
    {
        string file = _folder.Write("made_2020.csv", Text.Replace("4,5", "four,5", StringComparison.Ordinal));
        (int code, _, string error) = await Run("data", "add", "made", file, "--name", "own", "--workspace", _folder.PathOf("w"));
        Assert.Equal(ExitCode.BadData, code);
        Assert.Contains("line 2, column 3 ('mills')", error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_recognised_by_its_first_line()
    {
        string file = _folder.Write("made_2020.csv", Text);
        Assert.Equal("made", Formats.Recognise([file]).Word);
        TableException e = Assert.Throws<TableException>(() => Formats.Recognise([_folder.Write("other.csv", "a,b\n")]));
        Assert.Contains("NBS has columns TIU and GO", e.Message, StringComparison.Ordinal);
        Assert.Contains("tables of nobody have a column 'seller'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_formats_of_one_word_are_refused() =>
        Assert.Throws<ArgumentException>(() => new TableFormats([.. Formats.All, new MadeFormat()]));

    [Fact]
    public void The_class_in_the_page_is_the_one_that_is_tested()
    {
        string page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "how-to", "add-a-table-format.md"));
        string source = File.ReadAllText(
            Path.Combine(SharedData.RepositoryRoot(), "tests", "Rootscope.Hosts.Tests", "Storage", "Formats", "MadeFormat.cs")
        );
        Assert.Contains(source[source.IndexOf("internal sealed class", StringComparison.Ordinal)..], page, StringComparison.Ordinal);
    }

    private static async Task<string> Help() =>
        string.Join(' ', (await Run("data", "add", "--help")).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await Application.RunAsync(arguments, output, error, Formats);
        return (code, output.ToString(), error.ToString());
    }
}
