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
                .SelectMany(f => File.ReadAllText(f).Split("\n\n"))
                .Where(p => p.StartsWith("Measure", StringComparison.Ordinal))
                .SelectMany(p => p.Split('`').Where((_, part) => part % 2 == 1)),
        ];
        Assert.Empty(AccountMeasures.All.Select(m => m.Name).Except(documented));
    }
}
