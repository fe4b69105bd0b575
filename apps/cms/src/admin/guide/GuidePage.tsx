import { Box, Flex, Link, Typography } from '@strapi/design-system'
import { Layouts, Page } from '@strapi/strapi/admin'
import { styled } from 'styled-components'
import text from '../../../../../docs/redactie.md?raw'
import { readGuide } from './guide.ts'

const TITLE = 'Zo werkt het'
const guide = readGuide(text)

/** The guide for editors (docs/redactie.md), in the admin panel itself. */
export default function GuidePage() {
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle="Alles wat je kunt doen, kort uitgelegd." />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8} maxWidth="72rem">
          <Box
            tag="nav"
            aria-label="In deze uitleg"
            background="neutral0"
            padding={5}
            hasRadius
            shadow="tableShadow"
          >
            <Flex tag="ul" direction="column" alignItems="flex-start" gap={2}>
              {guide.parts.map(({ id, title }) => (
                <li key={id}>
                  <Link href={`#${id}`}>{title}</Link>
                </li>
              ))}
            </Flex>
          </Box>
          <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
            <Typography tag="div" textColor="neutral800">
              {/* Our own text, read without HTML. */}
              <Text dangerouslySetInnerHTML={{ __html: guide.html }} />
            </Typography>
          </Box>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  )
}

const Text = styled.div`
  font-size: 1.6rem;
  line-height: 1.6;
  overflow-wrap: anywhere;

  h2 {
    margin: 3.2rem 0 0.8rem;
    font-size: 2rem;
    font-weight: bold;
    line-height: 1.2;
    scroll-margin-top: 8rem;
  }

  p,
  ul,
  ol,
  table {
    margin-bottom: 1.2rem;
  }

  ul,
  ol {
    padding-left: 2.4rem;
  }

  ul {
    list-style: disc;
  }

  ol {
    list-style: decimal;
  }

  strong {
    font-weight: bold;
  }

  em {
    font-style: italic;
  }

  th,
  td {
    padding: 0.8rem 1.2rem 0.8rem 0;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
    text-align: left;
    vertical-align: top;
  }

  th {
    font-weight: bold;
  }
`
