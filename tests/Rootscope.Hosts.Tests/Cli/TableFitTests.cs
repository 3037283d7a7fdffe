using Rootscope.Cli.Output;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Tables fit the terminal, and say what found no room.</summary>
public class TableFitTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    [InlineData(200)]
    public void No_line_of_a_table_is_wider_than_the_terminal_and_no_cell_is_broken(int width)
    {
        var report = new Report
        {
            Kind = "test",
            Columns =
            [
                new Column("name", "", "Name.", ColumnStyle.Text, "name"),
                new Column("local", "", "Name.", ColumnStyle.Text, "local"),
                .. Enumerable
                    .Range(0, 8)
                    .Select(i => new Column($"n{i}", "ratio", "Figure.", ColumnStyle.Number, $"figure {i}") { Dispensable = i }),
            ],
            Rows =
            [
                .. Enumerable
                    .Range(0, 5)
                    .Select(r => new object?[] { new string('x', 30 + r), "半导体制造设备与材料", 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5 }),
            ],
            Provenance = new Provenance { Command = "test" },
        };
        string[] lines = TableReport.ToText(report, quiet: true, width).Split('\n');
        string[] table = [.. lines.TakeWhile(l => l.Length > 0)];
        Assert.Equal(5 + 2, table.Length);
        Assert.All(table, line => Assert.True(line.Length <= width, line));
        Assert.Equal(width < 140, lines.Any(l => l.StartsWith("Left out for lack of room: figure 7", StringComparison.Ordinal)));
        Assert.Contains("1.500", table[2], StringComparison.Ordinal);
    }
}
