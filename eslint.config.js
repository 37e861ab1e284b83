import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "build/",
      ".cache/",
      "test-results/",
      "node_modules/",
      "app/platform/db/generated/",
      "data/",
      "public/",
    ],
  },
  ...tseslint.configs.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      // The Content-Security-Policy blocks style attributes.
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='style']",
          message: "A style attribute is blocked by the CSP: use a class.",
        },
        {
          selector: "MemberExpression[object.object.name='process'][object.property.name='env']",
          message: "Read configuration through ~/platform/config.server.",
        },
      ],
    },
  },
  {
    // Entry points and tests set up processes, so they do read and write the environment.
    files: ["server.js", "*.ts", "app/platform/config.server.ts", "app/commands/**", "tests/**", "prisma/**"],
    rules: { "no-restricted-syntax": "off" },
  },
);
