using Rootscope.Accounts.Measures;

namespace Rootscope.Tests.Conventions;

public class MethodPageTests
{
    [Fact]
    public void Every_measure_has_a_page_that_names_it_in_its_heading()
    {
        string folder = Path.Combine(Repository.Root, "docs", "methods");
        HashSet<string> documented =
        [
            .. Directory
                .GetFiles(folder, "*.md")
                .SelectMany(File.ReadLines)
                .Where(l => l.StartsWith("Measure", StringComparison.Ordinal))
                .SelectMany(l => l.Split('`').Where((_, part) => part % 2 == 1)),
        ];
        Assert.Empty(AccountMeasures.All.Select(m => m.Name).Except(documented));
    }
}
